"""One file a page, imported when somebody first opens it: the Lab needs nothing that draws."""
