"""TEI (Text Encoding Initiative, P4 and P5): the header, the text with its pages, marked names."""
