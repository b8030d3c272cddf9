"""Pages that a program for OCR has read: ALTO, PAGE and hOCR, as pages of lines of text."""
