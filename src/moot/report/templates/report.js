"use strict";
(() => {
  const root = document.documentElement;
  const sheet = document.getElementById("sheet");
  const shown = document.getElementById("shown");
  const after = document.getElementById("after");
  const before = document.getElementById("before");
  let opener = null;
  root.classList.add("js");
  if (before) before.hidden = true;

  const evidence = (link) => {
    const id = (link.getAttribute("href") || "").slice(1);
    const found = id ? document.getElementById(id) : null;
    return found && found.classList.contains("evidence") ? found : null;
  };
  const claims = () => {
    const side = before && !before.hidden ? before : after;
    const all = [...side.querySelectorAll("a.claim")];
    return root.classList.contains("filtered") ? all.filter((claim) => claim.classList.contains("match")) : all;
  };
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    const bottom = window.innerWidth < 736 && !sheet.hidden ? sheet.getBoundingClientRect().top : window.innerHeight;
    if (box.top < 90 || box.bottom > bottom - 20) window.scrollBy(0, box.top - bottom * 0.3);
  };

  const open = (link) => {
    const found = evidence(link);
    if (!found) return false;
    if (!sheet.hidden && link.classList.contains("open")) {
      shown.focus();
      return true;
    }
    const copy = found.cloneNode(true);
    copy.removeAttribute("id");
    shown.replaceChildren(copy);
    shown.scrollTop = 0;
    sheet.hidden = false;
    document.body.classList.add("with-sheet");
    document.querySelectorAll(".claim.open").forEach((claim) => claim.classList.remove("open"));
    const href = link.getAttribute("href");
    const inText = link.classList.contains("claim") ? link : claims().find((claim) => claim.getAttribute("href") === href);
    if (inText) {
      inText.classList.add("open");
      opener = inText;
      inView(inText);
    } else if (!shown.contains(link)) opener = link;
    return true;
  };
  const close = () => {
    sheet.hidden = true;
    document.body.classList.remove("with-sheet");
    document.querySelectorAll(".claim.open").forEach((claim) => claim.classList.remove("open"));
    if (opener) opener.focus({ preventScroll: true });
  };
  const walk = (step) => {
    const all = claims();
    const at = all.indexOf(opener);
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    if (!next || next === opener) return;
    if (!sheet.contains(document.activeElement)) next.focus({ preventScroll: true });
    if (sheet.hidden) {
      opener = next;
      inView(next);
    } else open(next);
  };
  const filter = (standing) => {
    document.querySelectorAll("[data-filter]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.filter === standing));
    });
    root.classList.toggle("filtered", Boolean(standing));
    document.querySelectorAll("a.claim").forEach((claim) => {
      claim.classList.toggle("match", claim.dataset.standing === standing);
    });
  };
  const show = (which) => {
    filter("");
    after.hidden = which !== "after";
    before.hidden = which !== "before";
    document.querySelectorAll("[data-show]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.show === which));
    });
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("a[href^='#'], button") : null;
    if (!target) return;
    if (target.matches("a")) {
      if (open(target)) event.preventDefault();
    } else if (target.dataset.filter) {
      if (before && !before.hidden) show("after");
      filter(target.getAttribute("aria-pressed") === "true" ? "" : target.dataset.filter);
    } else if (target.dataset.show) show(target.dataset.show);
    else if (target.dataset.step) walk(Number(target.dataset.step));
    else if ("close" in target.dataset) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = document.activeElement;
    const onClaim = Boolean(focused && focused.matches("a.claim"));
    if (event.key === "Escape" && !sheet.hidden) {
      close();
      event.preventDefault();
      return;
    }
    if (onClaim && sheet.hidden) opener = focused;
    const inSheet = !sheet.hidden && sheet.contains(focused);
    if (!onClaim && !inSheet) return;
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    if (onClaim) Object.assign(steps, { ArrowDown: 1, ArrowUp: -1 });
    if (event.key in steps) {
      walk(steps[event.key]);
      event.preventDefault();
    }
  });
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches("a.claim")) opener = event.target;
  });
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((each) => { each.open = true; });
  });
  const linked = window.location.hash && document.querySelector(`a.claim[href="${CSS.escape(window.location.hash).replace("\\#", "#")}"]`);
  if (linked) open(linked);
})();
