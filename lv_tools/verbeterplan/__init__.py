"""Verbeterplan: van wat beter moet naar doelen, maatregelen en activiteiten, en terugkijken."""
