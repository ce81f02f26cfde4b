#include "records/logwords.h"

namespace queuesmith {

namespace {
constexpr FileWords kLogWords{
    .full = {"audit_full",
        Sentence::tr("The disk is full: the audit log “%1” could not be written."),
        Sentence::tr("Free some space, then try again.")},
    .locked = {"audit_busy", Sentence::tr("Another program has locked the audit log “%1”."),
        Sentence::tr("Wait until that program has finished or close it, then try again.")},
    .damaged = {"audit_damaged", Sentence::tr("The audit log “%1” is damaged (%2)."),
        Sentence::tr(
            "Keep the file as it is for examination, and choose another file for the audit log.")},
    .unwritable = {"audit_unwritable",
        Sentence::tr("The audit log “%1” can't be opened for writing."),
        Sentence::tr(
            "Make the file and its folder writable, or choose another file for the audit log.")},
    .other = {"audit_unusable",
        Sentence::tr("The audit log “%1” could not be read or written (%2)."),
        Sentence::tr("Check the disk, then try again.")},
};
} // namespace

Sentence consequence(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Opening:
    case Purpose::Claiming:
        return Sentence::tr("Nothing was sent.");
    case Purpose::Recording:
        return Sentence::tr(
            "This step was not recorded; work in progress is settled at the next start.");
    case Purpose::Reading:
        break;
    }
    return Sentence::tr("The file was not changed.");
}

const FileWords &logWords() { return kLogWords; }

} // namespace queuesmith
