"""De stappen op het scherm."""
