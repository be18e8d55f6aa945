"""What the standalone program leaves out, and the few libraries that it must bring along."""

# Modules that a reader never runs. The compiler and its libraries are for authors; ssl and its kin open connections;
# cryptography signs packs at the publisher's, and readers check its signatures without it.
EXCLUDED_MODULES = [
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_bz2",
    "_ctypes",
    "_hashlib",
    "_lzma",
    "_ssl",
    "asyncio",
    "bz2",
    "cffi",
    "cryptography",
    "ctypes",
    "curses",
    "desktop.compiler",
    "distutils",
    "doctest",
    "ensurepip",
    "lib2to3",
    "lzma",
    "markdown_it",
    "multiprocessing",
    "pdb",
    "pip",
    "pydantic",
    "pydoc",
    "readline",
    "setuptools",
    "sqlite_utils",
    "ssl",
    "test",
    "tkinter",
    "unittest",
    "xmlrpc",
]

# Patterns over places in the bundle. The GTK theme plug-in alone drags in 25 MB.
DROPPED = [
    r"Qt/translations/",
    r"plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|minimal|wayland.*)\.so",
    r"plugins/(egldeviceintegrations|generic|networkinformation|tls|wayland-[a-z-]+|qmltooling|sqldrivers)/",
    r"plugins/platforminputcontexts/libqtvirtualkeyboard",
    r"plugins/platformthemes/libqgtk3",
    r"plugins/imageformats/libq(gif|icns|ico|jpeg|pdf|tga|tiff|wbmp|webp)",
    r"plugins/vectorimageformats/",
    r"libQt6(Egl|Network|OpenGL|Pdf|Qml|Quick|VirtualKeyboard|Wayland|WlShell)",
    r"PySide6/Qt(DBus|Network|OpenGL)\.abi3",
    r"^lib(gtk-3|gdk|cairo|pango|atk|atspi|avahi|gnutls|nettle|hogweed)",
    r"^lib(unistring|idn2|p11-kit|tasn1|epoxy|harfbuzz|graphite|thai|datrie|fribidi)",
    r"^lib(pixman|jpeg|ssl|crypto|krb5|k5crypto|gssapi|keyutils|com_err|gmp|readline|tinfo)",
    # Asked for only by plug-ins that are left out above.
    r"^lib(gio|gobject|gmodule)-2\.0|^lib(mount|blkid|selinux)\.",
    # The system's own, where it can print at all: ours would drag in half of its network.
    r"^libcups\.",
    r"^lib(Xcomposite|Xcursor|Xdamage|Xinerama|Xrandr|Xi\.|wayland)",
]

# PyInstaller leaves these to the system, but a bare Debian has none of them, and no window opens without.
EXTRA_LIBRARIES = ["libEGL.so.1", "libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libxcb.so.1"]
