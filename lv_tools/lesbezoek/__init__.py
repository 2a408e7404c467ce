"""Het lesbezoek: samen naar lessen kijken, met een vraag, en een uitkomst over de hele ronde."""
