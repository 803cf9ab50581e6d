"""What the Hub offers: searching it, and everything about one repository before anything is downloaded."""
