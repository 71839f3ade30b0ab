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
  'checkpoint.nodeChanged':
    'Node {node} of level {level} of the {tree} tree is not what the nodes below it give. The leaves themselves are sound; the audit administrator compares with checkpoints kept outside and a backup.',
  'checkpoint.actChanged':
    'The act behind leaf {leaf} no longer says what the leaf says, or is gone. Keep everything as it is and tell the audit administrator.',
  'checkpoint.actUnlogged':
    'Act {act} has no leaf: it was not made through this program. Keep everything as it is and tell the audit administrator.',
  'checkpoint.rowChanged':
    'The rows of {noun} {id} are not what its last act (leaf {leaf}) made them: the database was written to directly. Keep everything as it is and tell the audit administrator.',
  'checkpoint.rowGone':
    '{noun} {id} is gone although its last act (leaf {leaf}) did not remove it: the database was written to directly. Keep everything as it is and tell the audit administrator.',
  'checkpoint.rowUnlogged':
    'No act made {noun} {id}: the database was written to directly. Keep everything as it is and tell the audit administrator.',
  'checkpoint.trailChanged':
    'Rows of the access trail after {from} up to {through} are not those that were sealed. Keep everything as it is and tell the audit administrator.',
  'checkpoint.placeSilent':
    '{place} has had no checkpoint for {hours} hours: unplugged, taken away, or left out at the start. Have it connected again, and compare the last checkpoint it holds.',
  'checkpoint.paperNotSealed':
    'This paper has not been put on its way as it stands, or not been sealed since, so there is no file to check it with. Acts are sealed within ten minutes: come back then.',
  'checkpoint.nothingYet':
    'Nothing of your body has been sealed yet, so there is no receipt. Acts are sealed within ten minutes: come back then.',
} as const satisfies Record<keyof typeof checkpointErrors, string>
