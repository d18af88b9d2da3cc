NAME = "python"
