import type { evidenceErrors } from '@quanheng/contract/errors/evidence'
import type { SecrecyLabel } from '@quanheng/domain/evidence/model'

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
} as const satisfies Record<keyof typeof evidenceErrors, string>

export const evidenceLabels = {
  secrecyLabel: { public: 'Public', internal: 'Internal', sensitive: 'Sensitive' },
} as const satisfies { readonly secrecyLabel: Record<SecrecyLabel, string> }
