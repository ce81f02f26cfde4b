#pragma once

class QWidget;

namespace queuesmith {

class Banner;
class DiagnosticLog;
class Sessions;
class Settings;

/// Asks where the diagnostic log is to be saved, writes it, and says in `banner` how that went. Its
/// lines come after what a supporter needs to know of the program, the system and each connection
/// that is open: its kind, and neither its name nor its host. The file is for the owner alone.
/// Everything must outlive `window`, which the dialog belongs to.
void saveDiagnosticLog(QWidget *window, Banner &banner, Settings &settings,
    const Sessions &sessions, const DiagnosticLog &log);

} // namespace queuesmith
