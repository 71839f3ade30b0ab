import { submitPeopleProposal, withdrawPeopleProposal } from '@quanheng/contract/people-proposal'
import { useCommand } from '../../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../../shared/i18n/t.ts'
import { word } from '../../../../shared/i18n/word.ts'
import styles from '../../../../shared/work/work.module.css'
import { type Proposal, sayLine } from '../proposal.ts'

interface Props {
  readonly proposal: Proposal
  readonly act: 'submit' | 'withdraw'
  readonly onClose: () => void
}

/** 报送 or 撤回, with the lines it concerns. */
const PlainDialog = ({ proposal, act, onClose }: Props) => {
  const submit = useCommand(submitPeopleProposal, { onDone: onClose })
  const withdraw = useCommand(withdrawPeopleProposal, { onDone: onClose })
  const params = { peopleProposalId: proposal.id }
  const { version } = proposal
  const going = proposal.rows.filter(({ outcome }) => outcome?.outcome !== 'approved')
  return (
    <WeightyAct
      act={word('peopleProposalCommand', act)}
      object={t('{{unit}}人员变动申报', { unit: proposal.unitName })}
      effects={[
        act === 'submit'
          ? t('报安全管理员逐行审核；审核前不能再修改，可以撤回。')
          : t('以下各行不再办理；已通过的仍然有效。'),
      ]}
      {...(act === 'withdraw' && { reason: 'required' as const })}
      pending={submit.pending || withdraw.pending}
      refusal={submit.refusal ?? withdraw.refusal}
      onClose={onClose}
      onAct={(reason) =>
        act === 'submit'
          ? submit.run({ params, body: { version } })
          : withdraw.run({ params, body: { version, reason } })
      }
    >
      <ol className={styles.list}>
        {going.map((line) => (
          <li key={line.id}>
            {t('{{kind}}：{{name}}（{{login}}）{{what}}', {
              kind: word('peopleLineKind', line.kind),
              name: line.name,
              login: line.login,
              what: sayLine(line),
            })}
          </li>
        ))}
      </ol>
    </WeightyAct>
  )
}

export default PlainDialog
