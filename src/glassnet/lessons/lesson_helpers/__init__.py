"""What lessons compute and draw behind the scenes: a module for each lesson that needs one."""
