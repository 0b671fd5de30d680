"""What a progress message says: "/tiendo II.5 60% đã trình UBND tỉnh", its variants, and the plain sentence."""
