"""De stappen van het verbeterbord op het scherm."""
