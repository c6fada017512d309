from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0007_publishers_in_the_register"),
        ("sites", "0004_publisher"),
    ]

    operations = [migrations.RemoveField(model_name="frontend", name="responsible_publisher")]
