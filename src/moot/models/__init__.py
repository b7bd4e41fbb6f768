"""Who can answer: models by name, their prices, the endpoints that speak for them, and the seats that they hold."""
