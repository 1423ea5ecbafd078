"""What lessons compute and draw beside the code that they show: a module for each lesson that needs one."""
