"""Het kwaliteitsprofiel: drie mensen zeggen wat de kwaliteitsmedewerker doet, en spreken het af."""
