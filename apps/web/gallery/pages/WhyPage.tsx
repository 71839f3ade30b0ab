import { Button } from 'antd'
import { useState } from 'react'
import { ActTimeline } from '../../src/shared/history/ActTimeline.tsx'
import { Page } from '../../src/shared/page/Page.tsx'
import WhyDrawer from '../../src/shared/why/WhyDrawer.tsx'
import { history, why } from './data.ts'

const WhyPage = () => {
  const [open, setOpen] = useState(true)
  return (
    <Page>
      <p>
        <Button type="link" onClick={() => setOpen(true)}>
          4.36
        </Button>
      </p>
      {open && (
        <WhyDrawer
          why={{
            ...why,
            history: <ActTimeline entries={history} />,
            objection: <Button size="small">提出异议</Button>,
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Page>
  )
}

export default WhyPage
