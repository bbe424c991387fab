import { button, goTo, useApp } from './app.ts';
import { expectReadableInBothThemes } from './checks.ts';

const app = useApp();

app.testOnSmallPhone('every step of the first run can be read, in both themes', async (page) => {
  await button(page, 'Begin my diary').click();
  await button(page, 'Ask for other things').click();
  await expectReadableInBothThemes(page, 'conditions');
  await page.getByText('Eczema').click();
  await button(page, 'Next').click();
  await expectReadableInBothThemes(page, 'age');
  await page.getByText('18 to 59').click();
  await page.getByText('No, never').click();
  await button(page, 'Next').click();
  await page.getByText('Is almost all of your skin red?').click();
  await expectReadableInBothThemes(page, 'warning signs');
  await button(page, /This is true/u).click();
  await button(page, 'Open today').waitFor();
  await expectReadableInBothThemes(page, 'answers');
});

app.testOnSmallPhone(
  'a locked app can be read, also after wrong codes, in both themes',
  async (page) => {
    await goTo(page, 'settings', 'Settings');
    await page.getByLabel(/A code/u).fill('2580');
    await page.getByLabel('The same code once more').fill('2580');
    await button(page, 'Lock with this code').click();
    await page.getByText('Locked with a code.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Zonula is locked' }).waitFor();
    await expectReadableInBothThemes(page, 'locked');
    await page.getByText('I cannot open it any more').click();
    await expectReadableInBothThemes(page, 'no way in');
    for (let tries = 0; tries < 5; tries++) {
      await page.getByLabel('Your code').fill(`000${tries}`);
      await button(page, 'Open').click();
      await page.getByText(tries < 4 ? 'That was not it.' : /Too many wrong codes/u).waitFor();
    }
    await expectReadableInBothThemes(page, 'shut for a while');
  },
  { begun: 'own' },
);

app.testOnSmallPhone(
  'what went wrong can be read, in both themes',
  async (page) => {
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          // biome-ignore lint/suspicious/noExplicitAny: Node's types have no page.
          (globalThis as any).indexedDB.deleteDatabase('zonula').onsuccess = resolve;
        }),
    );
    await page.getByText('Another tab deleted this diary. Load the page again.').waitFor();
    await expectReadableInBothThemes(page, 'deleted');
  },
  { begun: 'own' },
);
