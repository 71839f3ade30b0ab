import {
  checkPeopleLines,
  importPeopleLines,
  markPeopleLines,
  peopleLineTemplate,
} from '@quanheng/contract/people-proposal'
import { mostLines } from '@quanheng/domain/people-proposal/model'
import { call } from '../../../../shared/api/client.ts'
import { download } from '../../../../shared/api/download.ts'
import { useCommand } from '../../../../shared/api/hooks.ts'
import { t } from '../../../../shared/i18n/t.ts'
import { notify } from '../../../../shared/notice/notices.ts'
import { ExportButton } from '../../../../shared/table/ExportButton.tsx'
import { ImportDialog } from '../../../../shared/table-import/ImportDialog.tsx'
import type { Proposal } from '../proposal.ts'

/** 人员变动申报表 into the proposal. */
const ImportLines = ({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) => {
  const params = { peopleProposalId: proposal.id }
  const take = useCommand(importPeopleLines, {
    onDone: ({ count }) => {
      notify(t('已登记 {{count}} 行', { count }))
      onClose()
    },
  })
  return (
    <ImportDialog
      template={
        <>
          {t('下载模板')}
          <ExportButton
            size="small"
            label={t('下载模板')}
            onExport={(format) => download(peopleLineTemplate, { params, query: { format } })}
          />
        </>
      }
      mostRows={mostLines}
      check={(digest) => call(checkPeopleLines, { params, body: { digest } })}
      marked={(digest) => download(markPeopleLines, { params, body: { digest } })}
      onRegister={(digest) => void take.run({ params, body: { digest, version: proposal.version } })}
      pending={take.pending}
      refusal={take.refusal}
      onClose={onClose}
    />
  )
}

export default ImportLines
