"""What office programs save: packages of XML parts."""
