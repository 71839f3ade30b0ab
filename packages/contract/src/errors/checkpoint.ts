import type { ErrorRow } from './error-row.ts'

/** Why the log cannot be sealed: each names what is no longer what a signature covered. People hear of it on every page of the log. */
export const checkpointErrors = {
  /** A stored leaf differs from the one that was put into the tree, or is gone. [leaf] */
  'checkpoint.leafChanged': { status: 500, level: 'error' },
  /** The nodes no longer give the root that was signed. [size] */
  'checkpoint.treeChanged': { status: 500, level: 'error' },
  /** A stored checkpoint is not one that this key signed. [size] */
  'checkpoint.forged': { status: 500, level: 'error' },
  /** Checkpoints exist but the key they were signed with is not there. [file] */
  'checkpoint.keyMissing': { status: 503, level: 'error' },
  /** The key there is not the one that earlier checkpoints were signed with. */
  'checkpoint.otherKey': { status: 503, level: 'error' },
  /** A second place holds a checkpoint that this database never made or no longer has. [place, size] */
  'checkpoint.rolledBack': { status: 500, level: 'error' },
  /** A stored inner node is not what the nodes below it give. [tree, level, node] */
  'checkpoint.nodeChanged': { status: 500, level: 'error' },
  /** An act no longer says what its leaf says, or is gone. [leaf] */
  'checkpoint.actChanged': { status: 500, level: 'error' },
  /** An act without a leaf. [act] */
  'checkpoint.actUnlogged': { status: 500, level: 'error' },
  /** Rows of a thing are not what its last act said they were. [noun, id, leaf] */
  'checkpoint.rowChanged': { status: 500, level: 'error' },
  /** A thing that an act made is gone. [noun, id, leaf] */
  'checkpoint.rowGone': { status: 500, level: 'error' },
  /** A thing that no act made. [noun, id] */
  'checkpoint.rowUnlogged': { status: 500, level: 'error' },
  /** Rows of the access trail are not those whose digest was sealed. [from, through] */
  'checkpoint.trailChanged': { status: 500, level: 'error' },
  /** A second place has had no checkpoint for a day, though there were new ones. [place, hours] */
  'checkpoint.placeSilent': { status: 503, level: 'warn' },
  /** The paper as it stands has not been put on its way, or not been sealed since. */
  'checkpoint.paperNotSealed': { status: 409, level: 'info' },
  /** Nothing of this body is in the log yet. */
  'checkpoint.nothingYet': { status: 409, level: 'info' },
} as const satisfies Record<string, ErrorRow>
