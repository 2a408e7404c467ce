"""De figuren van het verbeterplan: de doelenboom en de tijdlijn."""
