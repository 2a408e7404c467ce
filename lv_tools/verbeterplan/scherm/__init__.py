"""Het scherm van het verbeterplan: een paneel per stap."""
