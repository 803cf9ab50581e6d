"""What helps to find a fault: rotating log files, and a report without private text."""
