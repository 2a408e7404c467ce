"""De kwaliteitsrapportage: een bladzijde per school voor het Q-gesprek, en alle scholen samen."""
