"""The commands as their users meet them: whole outputs, exit statuses, README."""
