import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../src/shared/api/hooks.ts'
import { WeightyAct } from '../../src/shared/dialog/WeightyAct.tsx'
import { notify } from '../../src/shared/notice/notices.ts'
import { Page } from '../../src/shared/page/Page.tsx'
import { signSheet } from '../routes.ts'

const ActPage = () => {
  const [open, setOpen] = useState(true)
  const sign = useCommand(signSheet, {
    onDone: () => {
      setOpen(false)
      notify('已签字')
    },
  })
  return (
    <Page actions={<Button onClick={() => setOpen(true)}>签字</Button>}>
      <p>评分表（固定资产投资）</p>
      {open && (
        <WeightyAct
          act="签字"
          object="固定资产投资评分表"
          digest="9f86d081884c7d659a2feaa0c55ad015"
          effects={['24 个单位的得分提交科室负责人签字', '您填写的扣分理由随评分表一并固定']}
          irreversible={['签字后修改任何一个分数，都要说明理由并重新签字']}
          reason="required"
          pending={sign.pending}
          refusal={sign.refusal}
          onAct={(reason) => void sign.run({ body: { reason } })}
          onClose={() => setOpen(false)}
        >
          <p>临江区　4.36 分　扣 0.64 分：增速低于目标 3.2 个百分点</p>
          <p>安澜区　5 分</p>
        </WeightyAct>
      )}
    </Page>
  )
}

export default ActPage
