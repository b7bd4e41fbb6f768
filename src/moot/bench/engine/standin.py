"""Moot's sandbox in the place of Docker: what a Dockerfile, or a compose file of one container, leaves in place."""

from __future__ import annotations

from pathlib import Path

from inspect_ai.util import (
    ComposeBuild,
    ComposeConfig,
    ComposeService,
    SandboxEnvironmentConfigType,
    is_compose_yaml,
    is_dockerfile,
    parse_compose_yaml,
)

from moot.bench.suites.terminal.image import Image, image
from moot.errors import BadTask
from moot.sandbox import Limits


def image_of(config: SandboxEnvironmentConfigType) -> Image:
    """The state that the container would start in. Raises `BadTask` where only Docker can make it."""
    if isinstance(config, ComposeConfig):
        return _composed("its compose file", config, Path())
    if not isinstance(config, str):
        raise BadTask("A sandbox is set up in a way that Moot's does not know.")
    path = Path(config).absolute()
    where = f"{path.parent.name}/{path.name}"
    if is_dockerfile(config):
        return image(where, path.parent, {}, Limits().disk, path.name)
    if not is_compose_yaml(config):
        raise BadTask(f"{where} sets a sandbox up in a way that Moot's does not know.")
    try:
        return _composed(where, parse_compose_yaml(config), path.parent)
    except (OSError, ValueError) as error:
        raise BadTask(f"{where} cannot be read: {str(error).splitlines()[0]}.") from None


def _composed(where: str, config: ComposeConfig, folder: Path) -> Image:
    if len(config.services) != 1:
        raise BadTask(f"{where} asks for {len(config.services)} containers, and Moot's sandbox is one: use Docker.")
    (service,) = config.services.values()
    build = ComposeBuild(context=service.build) if isinstance(service.build, str) else service.build
    if build is None:
        raise BadTask(f"{where} asks for the image {service.image}, and images are not opened here: use Docker.")
    if service.volumes:
        raise BadTask(f"{where} lays folders of this machine in, and Moot's sandbox has none of them: use Docker.")
    found = image(
        where, folder / (build.context or "."), _environment(service), Limits().disk, build.dockerfile or "Dockerfile"
    )
    return Image(found.steps, service.working_dir, found.folders, found.environment) if service.working_dir else found


def _environment(service: ComposeService) -> dict[str, str]:
    given = service.environment or {}
    pairs = given.items() if isinstance(given, dict) else (each.partition("=")[::2] for each in given)
    return {name: value or "" for name, value in pairs}
