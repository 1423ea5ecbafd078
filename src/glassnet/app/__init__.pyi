"""What the commands do."""

from glassnet.app.place import Place as Place
from glassnet.app.serve import run_server as run_server
from glassnet.app.show_data import show_data_file as show_data_file
from glassnet.app.showing import show_comparison as show_comparison
from glassnet.app.showing import show_file as show_file
from glassnet.app.showing import show_findings as show_findings
from glassnet.app.showing import show_step as show_step
from glassnet.app.training import Target as Target
from glassnet.app.training import resume_run as resume_run
from glassnet.app.training import train_and_report as train_and_report
