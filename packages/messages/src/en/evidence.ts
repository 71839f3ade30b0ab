import type { evidenceErrors } from '@quanheng/contract/errors/evidence'
import type { likenessErrors } from '@quanheng/contract/errors/likeness'

export const evidence = {
  'evidence.unknownRequirement': 'The evidence list has no such entry. Reload and choose again.',
  'evidence.emptyFile': '“{name}” is empty. Check it and upload it again.',
  'evidence.sameFile': '“{name}” is already attached to this entry with the same content.',
  'evidence.withdrawn': 'This file has been withdrawn.',
  'evidence.notYours': 'Another unit attached this file, so you cannot withdraw it.',
  'evidence.cited':
    'A closed figure or a signed sheet cites this file. Reopen the figure first if it must be replaced.',
  'evidence.reasonMissing': 'Give the reason for withdrawing the file.',
  'evidence.effectiveAhead': 'The paper bears a day that has not come ({day}). Check its date.',
  'evidence.replacesOther': 'A file takes the place only of one attached to the same entry. Reload and choose again.',
  'evidence.sameLabel': 'The file has this label already.',
  'evidence.labelLowered':
    'You cannot give this file a laxer label: the head of the unit that put it forward does, with a reason.',
  'evidence.labelReasonMissing': 'Give the reason for the new label.',
  'evidence.sensitive':
    'This file is sensitive: it opens to its own unit, to those who score and verify, to the director, the head of the group and observers.',
  'evidence.notHeld':
    'Only a file that your own unit has put forward and not withdrawn can be used again. Reload and choose again, or upload it.',
} as const satisfies Record<keyof typeof evidenceErrors, string>

export const likeness = {
  'likeness.changed': 'The uses of these files have changed. Reload and look again.',
  'likeness.own': 'You put one of these files forward yourself: somebody else has to look into it.',
  'likeness.settled': 'Somebody has already looked into these files.',
} as const satisfies Record<keyof typeof likenessErrors, string>
