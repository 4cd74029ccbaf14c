"""The operations of exports and figures, for the table of all operations."""

REPORT_READS = {
    "exports.making.allowed_sheet",
    "exports.making.making",
    "figures.attendance_on",
    "figures.house_figures",
    "figures.kinds_of_days",
    "figures.unit_minutes",
    "figures_page.figures_page",
    "figures_report.all_figures",
    "figures_report.figures_report",
    "pictures.pictures",
    "quality.check_quality",
}
REPORT_WRITES_APART = {"exports.apart.export_beside", "exports.exporting.export", "exports.exporting.preview"}
"""They write another file, or are noted before they show anything; their own tests tell of their rows."""
