from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0003_embed_block"),
    ]

    operations = [
        migrations.AddField(
            model_name="frontend",
            name="publisher",
            field=models.PositiveBigIntegerField(
                blank=True,
                help_text="Någon i er enhets register som har sagt ja till att synas. Visas så länge det gäller.",
                null=True,
                verbose_name="Ansvarig utgivare",
            ),
        ),
    ]
