"""How the content is renewed: signed content packs, verified, imported, rolled back, and chosen from at the start."""
