"""Fills a month's workbook in as a person does in LibreOffice: types days, times and minutes, puts a row in above a sum,
takes all rows of a case away, and saves. Run by the Python that has LibreOffice's own `uno`."""
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

book, saved, form = sys.argv[1:4]
PIPE = 'pipe,name=utfort-forms;urp;StarOffice.ComponentContext'
office = subprocess.Popen(['soffice', '--headless', '--norestore', '--accept=pipe,name=utfort-forms;urp;'])


def value(name, given):
    one = PropertyValue()
    one.Name, one.Value = name, given
    return one


def connected():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(200):
        try:
            return resolver.resolve('uno:' + PIPE)
        except Exception:
            time.sleep(0.3)
    sys.exit('LibreOffice does not answer')


context = connected()
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
document = desktop.loadComponentFromURL('file://' + book, '_blank', 0, (value('Hidden', True),))
report = document.Sheets.getByName('Tidsrapport')


def text(column, row):
    return report.getCellByPosition(column, row).String


def typed(sheet, row, **cells):
    for column, content in cells.items():
        cell = sheet.getCellByPosition('abcdefghij'.index(column), row)
        if isinstance(content, int):
            cell.Value = content
        else:
            cell.FormulaLocal = content


row = 1
while text(2, row) != 'TOTALT':
    if text(3, row) != 'SUMMA':
        if not text(4, row):
            typed(report, row, e='2026-10-%02d' % (row % 28 + 1), f='08:15', g='08:45', h=30)
        typed(report, row, i=int(report.getCellByPosition(7, row).Value), j='UTFÖRD')
    row += 1
sums = [at for at in range(1, row) if text(3, at) == 'SUMMA']
# Every row of the last case is taken away, and one of the first case put in right above its sum.
report.Rows.removeByIndex(sums[-2] + 1, sums[-1] - sums[-2] - 1)
report.Rows.insertByIndex(sums[0], 1)
typed(report, sums[0], a=text(0, 1), b=text(1, 1), c=text(2, 1), d=text(3, 1), e='2026-10-30', f='10:00', g='10:20', h=20, i=20, j='UTFÖRD')
deviations = document.Sheets.getByName('Avvikelser')
typed(deviations, 1, a=text(0, 1), b=text(1, 1), c=text(2, 1), d='2026-10-20', g='BOMTID', h=30, i='2026-10-20 07:05')
document.storeToURL('file://' + saved, (value('FilterName', form),))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(30)
