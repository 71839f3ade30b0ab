import type { reportPackErrors } from '@quanheng/contract/errors/report-pack'

export const reportPack = {
  'zip.damaged': 'The file is no .zip, was not sent whole or is damaged. Pack it again as .zip and upload it.',
  'zip.encrypted': 'The .zip has a password and cannot be read. Pack it again without one.',
  'zip.tooLarge':
    'The .zip holds too many or too large files, or expands beyond reason. One pack holds at most 2,000 files and 500 MB expanded; bring more in several packs, or upload evidence file by file.',
  'zip.badPath':
    'The file “{path}” in the .zip has a name or place that is not allowed (a parent folder, a drive, hidden signs, or a link elsewhere). Nothing was taken. See where it comes from, delete it and pack again.',
  'zip.twice': 'Two files in the .zip are called “{path}”. Rename or delete one and pack again.',
  'reportPack.program':
    '“{path}” in the pack is a program. Nothing was taken. See where it comes from, delete it and pack again.',
  'reportPack.macros':
    '“{path}” in the pack carries macros or controls. Nothing was taken. Save it without them and pack again.',
  'reportPack.noStamp':
    'The .zip holds no “填报包标识（请勿改动）.json”, so plan and unit are unknown. Pack the whole folder that you downloaded.',
  'reportPack.stampChanged':
    'The stamp of the pack was changed, so the version of the plan is unknown. Download the pack again and put your workbook and files into it.',
  'reportPack.otherVersion':
    'This pack was made for version {made} of the plan; version {current} is in force and may ask for other things. Download the pack again and bring your entries over.',
  'reportPack.notMine':
    'This pack belongs to another unit, or its plan asks nothing of you. Somebody who reports for the unit named in it uploads it.',
  'reportPack.noWorkbook': 'The pack holds no “{name}”. Put the filled-in workbook beside the stamp and pack again.',
  'reportPack.manyWorkbooks': 'The pack holds more than one “{name}”. Leave one and pack again.',
  'reportPack.faulty':
    'The pack has {count} faults; nothing was taken. Put them right where they are listed and upload it again.',
  'reportPack.changed':
    'Figures or files on the platform changed while you were checking; nothing was taken. Read the pack again and check it.',
  'reportPack.nothingNew': 'The pack holds no new figure and no new file. Check whether you chose the right one.',
} as const satisfies Record<keyof typeof reportPackErrors, string>
