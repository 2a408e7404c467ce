"""De regels: van losse blikken op lessen naar een uitkomst over de ronde, zonder scherm."""
