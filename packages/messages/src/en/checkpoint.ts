import type { checkpointErrors } from '@quanheng/contract/errors/checkpoint'

export const checkpoint = {
  'checkpoint.leafChanged':
    'Leaf {leaf} is gone or no longer what was put into the tree, so no new checkpoint was signed. Keep everything as it is, do not restart or restore, and tell the audit administrator to compare with checkpoints kept outside.',
  'checkpoint.treeChanged':
    'The tree no longer gives the root signed at checkpoint {size}, so no new one was signed. Keep everything as it is and tell the audit administrator to compare with checkpoints kept outside and the latest backup.',
  'checkpoint.forged':
    'Checkpoint {size} is not signed by this installation’s key and may have been rewritten. Keep everything as it is and tell the audit administrator.',
  'checkpoint.keyMissing':
    'The log’s key {file} is not there, so checkpoints cannot be signed; acts are logged as before. Bring the file back from a backup and start again.',
  'checkpoint.otherKey':
    'The log’s key is not the one that earlier checkpoints were signed with, so nothing was signed. Bring the former key file back from a backup and start again.',
  'checkpoint.rolledBack':
    '{place} holds checkpoint {size}, which this database lacks or has otherwise: it may have been restored from an older backup, or rewritten. Keep everything as it is and tell the audit administrator.',
  'checkpoint.nothingYet':
    'Nothing of your body has been sealed yet, so there is no receipt. Acts are sealed within ten minutes: come back then.',
} as const satisfies Record<keyof typeof checkpointErrors, string>
