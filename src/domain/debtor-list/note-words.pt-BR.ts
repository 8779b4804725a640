import type { NoteTexts } from "./notes.ts";

export const portuguese: NoteTexts = {
  "quote-not-closed": {
    says: "Há aspas que abrem e não fecham.",
    expected: "Aspas em pares.",
    howToFix: "Apague a aspa a mais ou salve o arquivo de novo no Excel como CSV UTF-8.",
  },
  "row-too-long": {
    says: "A linha é longa demais.",
    expected: "Uma linha com menos de 128.000 caracteres.",
    howToFix: "Veja se falta uma quebra de linha ou uma aspa.",
  },
  "too-many-cells": {
    says: "A linha tem mais células que o cabeçalho.",
    expected: "Tantas células quantas colunas.",
    howToFix: "Coloque entre aspas os textos que contêm o separador, como uma vírgula no nome.",
  },
  "debtor-missing": {
    says: "Não se sabe quem deve.",
    expected: "Código do cliente, documento ou nome.",
    howToFix: "Preencha pelo menos um dos três.",
  },
  "amount-missing": {
    says: "Falta o valor da dívida.",
    expected: "Um saldo ou um valor.",
    howToFix: "Escreva o saldo; se nada é devido, escreva 0.",
  },
  "not-an-amount": {
    says: "Isto não pode ser lido como um valor.",
    expected: "Só números, como 1.250,00 ou 1,250.00.",
    howToFix: "Retire letras e observações da célula.",
  },
  "other-currency": {
    says: "O valor está em moeda diferente da linha.",
    expected: "A mesma moeda em toda a linha e em toda a fatura.",
    howToFix: "Corrija a coluna da moeda ou o sinal do valor.",
  },
  "unknown-currency": {
    says: "Não conhecemos esta moeda.",
    expected: "Um código como BRL, COP, MXN, ARS, CLP, PEN ou USD.",
    howToFix: "Escreva o código de três letras.",
  },
  "unknown-country": {
    says: "Não conhecemos este país.",
    expected: "Um nome ou um código de duas letras, como Brasil ou BR.",
    howToFix: "Corrija o país, ou não use esta coluna e escolha o país para todo o arquivo.",
  },
  "not-a-date": {
    says: "Isto não é uma data no formato da coluna.",
    expected: "Um dia que existe, como 31/08/2026 ou 2026-08-31.",
    howToFix: "Corrija a data; a mesma ordem de dia e mês em toda a coluna.",
  },
  "phone-scientific": {
    says: "O Excel trocou o telefone por um número abreviado e os dígitos se perderam.",
    expected: "O número completo, como 11 98765 4321.",
    howToFix: "Formate a coluna como texto e digite ou cole os números de novo.",
  },
  "phone-no-area-code": {
    says: "Falta o DDD no telefone.",
    expected: "O número completo, como 11 98765 4321.",
    howToFix: "Acrescente o DDD.",
  },
  "phone-not-a-number": {
    says: "Isto não é um telefone.",
    expected: "Um número por célula, ou vários separados por barra (/).",
    howToFix: "Deixe só o número; o resto vai em outra coluna.",
  },
  "phone-invalid": {
    says: "Este telefone não existe no plano de numeração.",
    expected: "Um número válido do país escolhido, ou com o código do país (+55…).",
    howToFix: "Veja se sobra ou falta um dígito, e o país.",
  },
  "paid-and-owing": {
    says: "A linha diz que está paga e também que há saldo.",
    expected: "Saldo 0, ou uma situação diferente de paga.",
    howToFix: "Corrija a situação ou o saldo.",
  },
  "name-missing": {
    says: "Falta o nome.",
    expected: "O nome da pessoa ou empresa.",
    howToFix: "Preencha o nome; por enquanto usamos o código.",
  },
  "phone-missing": {
    says: "Não tem telefone.",
    expected: "Um número de WhatsApp.",
    howToFix: "A dívida é importada, mas não se pode escrever a esta pessoa.",
  },
  "phone-left-out": {
    says: "Um dos telefones não pode ser lido.",
    expected: "Um número válido.",
    howToFix: "Usamos os outros; corrija quando puder.",
  },
  "phone-landline": {
    says: "É um telefone fixo.",
    expected: "Um celular com WhatsApp.",
    howToFix: "Fica guardado; talvez não receba mensagens.",
  },
  "phone-third-party": {
    says: "O telefone é de um terceiro, não do devedor.",
    expected: "O número de quem deve, ou de seu codevedor ou fiador.",
    howToFix: "Não escrevemos para ele; adicione o número do devedor. Se for dele, corrija o cargo ou a relação.",
  },
  "check-digit-wrong": {
    says: "O dígito verificador do documento não confere.",
    expected: "O documento como foi emitido.",
    howToFix: "Confira: com este número não se verifica a identidade de ninguém.",
  },
  "birth-date-unreadable": {
    says: "A data de nascimento não pode ser lida.",
    expected: "Um dia que existe.",
    howToFix: "Corrija; por enquanto não serve para verificar.",
  },
  "due-date-missing": {
    says: "Falta a data de vencimento.",
    expected: "O dia do vencimento.",
    howToFix: "Preencha; por enquanto a dívida não tem dias de atraso.",
  },
  "amount-other-format": {
    says: "O valor usa outro separador decimal que a coluna.",
    expected: "O mesmo formato em toda a coluna.",
    howToFix: "Confira se o valor lido está certo.",
  },
  "amount-rounded": {
    says: "O valor tem mais casas decimais que a moeda e foi arredondado.",
    expected: "As casas decimais da moeda.",
    howToFix: "Confira se o valor lido está certo.",
  },
  "paid-date-but-owing": {
    says: "Tem data de pagamento e também saldo.",
    expected: "Saldo 0 se tudo foi pago.",
    howToFix: "É tratado como pagamento parcial e o saldo é devido.",
  },
  "lines-summed": {
    says: "A fatura está em várias linhas com valores diferentes.",
    expected: "Uma linha por fatura.",
    howToFix: "Foram somadas; confira o total.",
  },
  "lines-counted-once": {
    says: "A fatura está em várias linhas com o mesmo valor.",
    expected: "Uma linha por fatura.",
    howToFix: "Foi contada uma só vez; confira o total.",
  },
  "permission-undated": {
    says: "A autorização não tem data.",
    expected: "O dia em que autorizou.",
    howToFix: "Acrescente a data: é a prova da autorização.",
  },
  "permission-unclear": {
    says: "Não se entende se autoriza.",
    expected: "Sim ou não.",
    howToFix: "É importado sem autorização e não lhe escrevemos.",
  },
  "other-numbers-unclear": {
    says: "Não se entende se autoriza outros números.",
    expected: "Sim ou não.",
    howToFix: "Importado como não: só o número que conhece lhe escreve.",
  },
  "permission-other-channels": {
    says: "A autorização cita outros canais e não o WhatsApp.",
    expected: "WhatsApp entre os canais autorizados.",
    howToFix: "Não escrevemos; se autorizou o WhatsApp, adicione-o à célula.",
  },
  "email-unreadable": {
    says: "O e-mail não pode ser lido.",
    expected: "Um endereço como nome@exemplo.com.",
    howToFix: "Corrija; isso não impede a importação.",
  },
  "reference-made": {
    says: "Falta o número da fatura.",
    expected: "O número pelo qual você conhece a dívida.",
    howToFix: "Usamos o vencimento ou a descrição para reconhecê-la na próxima vez.",
  },
  skipped: {
    blank: "Linha em branco.",
    total: "Linha de totais.",
    "group-heading": "Título de um grupo.",
    "header-again": "Cabeçalho repetido.",
    "counter-sales": "Cliente de balcão.",
    "repeated-line": "Outra linha de uma fatura já contada.",
    "credit-balance": "Saldo a favor do cliente.",
  },
  unreadable: {
    empty: "O arquivo está vazio. Escolha outro arquivo.",
    "header-only": "O arquivo só tem o cabeçalho. Acrescente uma linha para cada dívida.",
    "too-large": "O arquivo tem mais de 20 MB. Divida em partes e envie uma por uma.",
    "too-many-rows": "O arquivo tem mais de 200.000 linhas. Divida em partes e envie uma por uma.",
    "old-excel": "É um arquivo .xls antigo ou protegido por senha. Abra no Excel e salve como .xlsx ou CSV, sem senha.",
    html: "É uma página da web com nome de Excel, como alguns sistemas exportam. Abra no Excel e salve como .xlsx ou CSV.",
    "not-a-table": "Não é uma tabela. Envie um arquivo .xlsx ou CSV.",
    "broken-excel":
      "O arquivo do Excel está danificado ou incompleto. Abra no Excel e salve de novo como .xlsx, ou salve como CSV.",
    "too-large-inside":
      "O arquivo do Excel é grande demais por dentro. Copie só as linhas com dados para uma pasta nova, ou salve como CSV.",
    "too-slow": "A leitura do arquivo demorou demais. Salve como CSV e envie de novo.",
    "no-such-sheet": "A pasta não tem uma planilha com esse nome. Escolha outra.",
    "too-many-broken-rows":
      "Mais de 1.000 linhas têm aspas sem fechar. Salve o arquivo de novo no Excel como CSV UTF-8.",
  },
};
