"""What accuracy and speed are measured with, and their floors."""
