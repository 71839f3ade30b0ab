import type { archive as zh } from '../zh-CN/archive.ts'

export const archive = {
  'archive.notLocked':
    'Nothing of {year} is locked yet, so there is nothing to archive. Make the package once the result is locked.',
  'archive.making': 'A package of {year} is being made for your body. Wait for it, or cancel it first.',
  'archive.cancelled':
    'The making of the {year} package was cancelled; nothing was kept. Make it again when it is wanted.',
  'archive.notMaking': 'No package of {year} is being made; it may be done. Reload the page.',
  'archive.busy':
    'Acts kept coming while the package was being made, so no single moment could be read. Try again later.',
  'archive.thingChanged':
    '{noun} {id} is not what the last act on it made of it: the database may have been written to directly. No package was made. Keep everything as it is and tell the audit administrator.',
  'archive.filesMissing':
    'File {digest} is not in the store, so no package was made. Bring it back from a backup and try again.',
  'archive.notSound':
    'The package did not pass its own verifier ({reason}) and was not kept. Tell the audit administrator.',
  'archive.tooLarge': 'The package would be larger than 4 GB, which the format does not hold.',
  'archive.nothingPublic': 'The totals of {year} are not locked: there is nothing to publish. Lock the totals first.',
  'archive.personal':
    'In the public export, “{path}” would show the phone or mailbox of somebody on the platform, so it was not made. Revise the year plan to name a public contact, issue it, then try again.',
  'archive.notEmpty':
    'This data directory has begun already. A package is taken into an empty system only: name a new one with --data, then run ./quanheng import again.',
  'archive.publicOnly':
    'This is a public export, which shows totals and ranks only. Take the archive package of the year.',
  'archive.noRows':
    'This package was made by an earlier release and holds no rows (rows.jsonl): it can be verified, not taken in. Make it again where the year lies.',
  'archive.rowsUnknown':
    'The package holds “{name}”, which this program does not know; nothing was taken in. Use a program no older than the one that made it.',
  'archive.rowsDiffer':
    'Rows of {noun} {id} do not say what was sealed; nothing was taken in. Fetch the original and tell the audit administrator.',
  'archive.zip':
    'Does not hold: this is no archive package, or it is incomplete or was packed again. Fetch the original.',
  'archive.manifest': 'Does not hold: the manifest cannot be read.',
  'archive.seal': 'Does not hold: the seal is not over this manifest, which was changed.',
  'archive.file': 'Does not hold: the file “{path}” is missing, was added, or is not what the manifest says.',
  'archive.form': 'Does not hold: the file “{path}” does not have its form.',
  'archive.tree': 'Does not hold: the leaves are not those of the signed checkpoint.',
  'archive.act': 'Does not hold: who acted in leaf {leaf}, or what happened, was changed.',
  'archive.object': 'Does not hold: {noun} {id} is not what the last act on it made of it.',
  'archive.objectMissing': 'Does not hold: {noun} {id}, of which the log speaks, is not in the package.',
  'archive.paper': 'Does not hold: the paper “{path}” is not the one that was sent, or is missing.',
  'archive.plan': 'Does not hold: version {number} of plan {id} is not what was issued.',
  'archive.sheet': 'Does not hold: what sheet {id} said when it was signed was changed.',
  'archive.signature': 'Does not hold: the signatures on sheet {id} are not over its content, or not of two people.',
  'archive.run': 'Does not hold: locked version {run} does not give its name, or was not logged.',
  'archive.datum': 'Does not hold: datum {id} is not the version that the sheet cites.',
  'archive.evidence': 'Does not hold: evidence {sha256}, which a sheet cites, is not in the package.',
  'archive.score': 'Does not hold: the points of {unit} on “{leaf}” are not what the rule gives for the figures.',
  'archive.credit':
    'Does not hold: “{matter}” of {unit}, which the locked version counts, is not what the register decided.',
  'archive.report': 'Does not hold: the points of {unit} on “{leaf}” are not those of the lead unit’s report.',
  'archive.line': 'Does not hold: line points of locked version {run} are not the sum of their parts.',
  'archive.total': 'Does not hold: totals, ranks or grades of locked version {run} are not what the arithmetic gives.',
  'archive.draw': 'Does not hold: draw {id} cannot be repeated, or is not the one on record.',
  'archive.milestone': 'Does not hold: checkpoint {size} is not that of the leaves.',
} as const satisfies Record<keyof typeof zh, string>
