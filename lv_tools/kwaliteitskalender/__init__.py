"""De kwaliteitskalender: een schooljaar van gesprekken, metingen, bezoeken en terugblikken."""
