import { describe, expect, it, vi } from 'vitest'
import { frames, heightIs, loadFrame, type FrameScene } from '../../test/load-frame.js'

describe.concurrent('a loop', () => {
  /** Waits until no height was sent for a while. */
  async function quiet(scene: FrameScene): Promise<void> {
    for (let count = -1; count !== scene.heights().length;) {
      count = scene.heights().length
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  async function reported(scene: FrameScene): Promise<void> {
    await vi.waitFor(() => expect(scene.warnings).toHaveLength(1), { timeout: 4000 })
  }

  const page = '<header></header><main id="app" class="page wide"><section></section></main>'
  const loops: [name: string, css: string, rule: string][] = [
    ['vh', 'header { height: 16px } .page { height: 100vh }', '.page { height: 100vh }'],
    ['more than 100vh', '#app { min-height: 110vh }', '#app { min-height: 110vh }'],
    ['dvh inside calc', 'main { height: calc(100dvh + 8px) }', 'main { height: calc(100dvh + 8px) }'],
    ['100 %', 'header { height: 16px } html, body, #app { height: 100% }', 'html, body, #app { height: 100% }'],
    ['vh inside the element', 'header { height: 9px } section { height: 100vh }', 'section { height: 100vh }'],
    [
      'a rule inside rules',
      '@media screen { @supports (display: grid) { main { height: calc(9px + 100vh) } } }',
      'main { height: calc(9px + 100vh) }',
    ],
    [
      'vh, with an unrelated height in % elsewhere',
      'html { height: 100% } header { height: 9px } main { height: 100vh }',
      'main { height: 100vh }',
    ],
    [
      'vh on another element',
      'footer { height: 100vh } header { height: 9px } main { height: 100vh }',
      'main { height: 100vh }',
    ],
  ]
  it.for(loops)('by %s is reported with element and rule', async ([_, css, rule], test) => {
    const scene = await loadFrame(test, page, { css })
    scene.observe('main')
    await reported(scene)
    expect(scene.warnings[0]?.code).toBe('ERR_HEIGHT_LOOP')
    expect(scene.warnings[0]?.message).toContain('main#app.page.wide grows')
    expect(scene.warnings[0]?.message).toContain(rule)
  })

  it.for([0, 1, 4])('stops if the host takes %d frames to apply a height, and is reported once', async (lag, test) => {
    const scene = await loadFrame(test, page, { css: 'header { height: 16px } main { height: 100vh }', lag })
    scene.observe('main')
    await reported(scene)
    await quiet(scene)
    expect(scene.warnings).toHaveLength(1)
    // the first one, three immediate reactions, and a delayed one
    expect(scene.heights()).toHaveLength(5)
  })

  it('by a style attribute around or inside the element names its owner', async (test) => {
    const html =
      '<div id="root" style="padding-top: 9px"><main><section style="min-height:100vh"></section></main></div>'
    const scene = await loadFrame(test, html)
    scene.observe('main')
    await reported(scene)
    expect(scene.warnings[0]?.message).toContain('section { min-height: 100vh }')
  })

  it('by a rule with a long selector is reported with the advice', async (test) => {
    const scene = await loadFrame(test, page, {
      css: `header { height: 9px } main${':not(.x)'.repeat(300)} { height: 100vh }`,
    })
    scene.observe('main')
    await reported(scene)
    expect(scene.warnings[0]?.message).toContain('set `max`')
  })

  it('by an adopted style sheet names its rule', async (test) => {
    const scene = await loadFrame(test, page, { css: 'header { height: 9px }' })
    const sheet = new scene.view.CSSStyleSheet()
    sheet.replaceSync('main { height: 100vh }')
    scene.page.adoptedStyleSheets = [sheet]
    scene.observe('main')
    await reported(scene)
    expect(scene.warnings[0]?.message).toContain('main { height: 100vh }')
  })

  it('by a style sheet that is not readable is reported in general terms', async (test) => {
    const scene = await loadFrame(test, page, { css: 'header { height: 9px } main { height: 100vh }' })
    // like a style sheet of another origin
    Object.defineProperty(scene.page.styleSheets[0], 'cssRules', {
      get() {
        throw new DOMException('not yours', 'SecurityError')
      },
    })
    scene.observe('main')
    await reported(scene)
    expect(scene.warnings[0]?.message).toContain('main#app.page.wide grows with its frame: by vh')
  })

  it('by a script stops', async (test) => {
    const scene = await loadFrame(test, page)
    const main = scene.find('main')
    scene.view.addEventListener('resize', () => (main.style.height = `${scene.view.innerHeight + 9}px`))
    main.style.height = '160px'
    scene.observe('main')
    await reported(scene)
    const count = scene.heights().length
    await quiet(scene)
    expect(scene.heights()).toHaveLength(count)
  })

  it('that alternates between heights stops', async (test) => {
    const scene = await loadFrame(test, '<main></main>', {
      css: 'main { height: 300px } @media (min-height: 250px) { main { height: 200px } }',
    })
    scene.observe('main')
    await reported(scene)
    const count = scene.heights().length
    await quiet(scene)
    expect(scene.heights()).toHaveLength(count)
  })

  it('ends when the content changes by itself, and is not reported again', async (test) => {
    const scene = await loadFrame(test, page, { css: 'header { height: 16px } main { height: 100vh }' })
    scene.observe('main')
    await reported(scene)
    await quiet(scene)
    scene.find('main').style.height = '120px'
    await heightIs(scene, 136)
    scene.find('main').style.height = ''
    await quiet(scene)
    expect(scene.warnings).toHaveLength(1)
    expect(scene.heights().length).toBeLessThan(30)
  })

  it('ends at `max` without a report', async (test) => {
    const scene = await loadFrame(test, page, { css: 'header { height: 50px } main { height: 100vh }' })
    scene.observe('main', { max: 300 })
    await heightIs(scene, 300)
    await quiet(scene)
    expect(scene.warnings).toEqual([])
  })

  const harmless: [name: string, css: string, height: number][] = [
    ['a page as high as its frame', 'main { min-height: 100vh }', 150],
    ['a share of the frame and some pixels, which comes to rest', 'main { height: calc(50vh + 100px) }', 200],
    [
      'a page that fits once there is room',
      'main { height: 300px } @media (min-height: 250px) { main { height: 260px } }',
      260,
    ],
  ]
  it.for(harmless)('is not %s', async ([_, css, height], test) => {
    const scene = await loadFrame(test, '<main></main>', { css })
    scene.observe('main')
    await heightIs(scene, height)
    await quiet(scene)
    expect(scene.heights().at(-1)).toBe(height)
    expect(scene.warnings).toEqual([])
  })

  describe.each([0, 3])('if the host takes %d frames', (lag) => {
    it.for(['linear', 'ease'])('is not reported for content that expands, %s', async (easing, test) => {
      const scene = await loadFrame(test, '<main></main>', {
        css: `main { height: 100px; transition: height 0.7s ${easing} }`,
        lag,
      })
      scene.observe('main')
      await heightIs(scene, 100)
      scene.find('main').style.height = '500px'
      await heightIs(scene, 500)
      await quiet(scene)
      expect(scene.warnings).toEqual([])
    })

    it.for([1, 3, 12])('is not reported for a list that grows every %d frames', async (every, test) => {
      const scene = await loadFrame(test, '<main></main>', { css: 'p { height: 10px; margin: 0 }', lag })
      scene.observe('main')
      for (let row = 0; row < 24; row += 1) {
        scene.find('main').append(scene.page.createElement('p'))
        await frames(every)
      }
      await heightIs(scene, 240)
      expect(scene.warnings).toEqual([])
    })
  })
})
