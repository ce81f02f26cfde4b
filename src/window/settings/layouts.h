#pragma once

class QWidget;

namespace queuesmith {

class Settings;

/// How the person left the columns of tables and the splitters of a page, each under the object
/// names of the page and the part. What has no object name isn't kept.
void restoreLayouts(const Settings &settings, const QWidget &page);
void keepLayouts(Settings &settings, const QWidget &page);

} // namespace queuesmith
